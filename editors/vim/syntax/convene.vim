" Vim syntax file. Language: Convene (engagement plans and charters, *.convene)
" Made by editors/generate.sh from editors/templates/convene.vim and grammar/words.def: change those.
"
" An item is a field (`label: values`) or a record (`kind name "Title" { ... }`). A field ends before
" the next label, before a brace, or at a line that does not go on from the one above; only inside
" the fields that hold rules are the words of the rule language more than names.
if exists('b:current_syntax')
  finish
endif
let s:cpo_save = &cpo
set cpo&vim
syntax case ignore
syntax spell notoplevel
syntax sync fromstart

" --- pieces of patterns, all very magic; `;` is the delimiter, for no pattern needs one -----------

let s:blank  = '[ \t\u00a0]'
let s:letter = '%([[:alnum:]_]|[^\x00-\xbf\u2000-\u206f\u3000])'
let s:joint  = '[.''/\u2010\u2011\u2018\u2019-]'
" A word begins, or ends, here.
let s:first  = '%(' . s:letter . '|' . s:joint . ')@1<!'
let s:last   = '%(' . s:joint . '?' . s:letter . ')@!'
let s:word   = s:first . s:letter . '+%(' . s:joint . s:letter . '+)*'
let s:bare   = '%(' . s:letter . '|[.''/%\u2010\u2011\u2018\u2019-])+'
" The words of a label at the start of an item.
let s:label = '%(%(https?|mailto):\S)@!' . s:word . '%(' . s:blank . '+' . s:bare . ')*%(' . s:blank . '*[:=])@='

let s:month   = '%(%(september|december|february|november|january|october|august|april|march|july|june|apr|aug|dec|feb|jan|jul|jun|mar|may|nov|oct|sep|sept)\.?)'
let s:weekday = '%(%(wednesday|saturday|thursday|tuesday|friday|monday|sunday|fri|mon|sat|sun|thu|tue|wed|tues|thur|thurs)\.?)'
let s:nth     = '\d{1,2}%(st|nd|rd|th)?'
let s:number  = '\d+%(,\d{3})*%(\.\d+)?'

function! s:words(list) abort
  return '%(' . s:first . '%(' . a:list . ')' . s:last . ')'
endfunction

" --- comments and texts ---------------------------------------------------------------------------

syntax match conveneTodo contained ;\C\<\%(TODO\|FIXME\)\>;
syntax match conveneComment ;#.*; contains=conveneTodo,@Spell
syntax match conveneDoc ;##.*; contains=conveneTodo,@Spell

" Titles stand behind the kind of a record; messages are texts of a rule, with operands in {holes}.
for s:group in ['conveneText', 'conveneTitle', 'conveneMessage']
  let s:holes = s:group ==# 'conveneMessage' ? ',conveneHole' : ''
  execute 'syntax region' s:group 'contained start=;"; skip=;\\.; end=;"; end=;$; contains=conveneEscape,@Spell' . s:holes
  execute 'syntax region' s:group 'contained start=;[\u201c-\u201f]; skip=;\\.; end=;\%u201d; end=;$; contains=conveneCurly,conveneEscape,@Spell' . s:holes
  execute 'syntax region' s:group 'contained start=;\v["\u201c-\u201f]{3}; end=;\v["\u201c-\u201f]{3,}; contains=@Spell' . s:holes
endfor
" A pair of curly marks inside a text stays part of it.
syntax match conveneCurly contained transparent ;[\u201c\u201e\u201f][^\u201c-\u201f]*\%u201d; contains=NONE
syntax match conveneEscape contained ;\\["\\n];
" A closing mark that is missing.
syntax match conveneUnclosed contained ;\v"%(\\.|[^"\\])*$;
syntax match conveneUnclosed contained ;\v[\u201c\u201e\u201f]%(\\.|["\u201c-\u201f\\]@!.)*$;
syntax match conveneEscape contained ;{{\|}}; containedin=conveneMessage
syntax region conveneHole contained oneline matchgroup=conveneHoleBrace start=;\v\{\{@!; end=;}; contains=@conveneRule

" --- numbers, days and lengths of time: each is one token of the language ------------------------

execute 'syntax match conveneNumber contained ;\v[<>\u2264\u2265]?' . s:first . s:number . '\+?' . s:last . ';'
execute 'syntax match conveneNumber contained ;\v' . s:first . '\d{1,2}[-\u2010\u2011]@=%([-\u2010\u2011]' . s:nth . s:blank . s:month . ')@=;'
execute 'syntax match conveneNumber contained ;\v\c' . s:first . s:number . s:blank . '?\%;'
execute 'syntax match conveneNumber contained ;\v\c%u00a3' . s:blank . '?' . s:number . '%([km]|' . s:blank . '?%(million|thousand|billion|bn))?' . s:last . ';'
execute 'syntax match conveneDate contained ;\%#=1\v\c<' . s:words('wednesday|saturday|thursday|tuesday|friday|monday|sunday|fri|mon|sat|sun|thu|tue|wed') . ';'
execute 'syntax match conveneDate contained ;\%#=1\v\c<' . s:words('autumn|spring|summer|winter') . s:blank . '[12]\d{3}' . s:last . ';'
execute 'syntax match conveneDate contained ;\%#=1\v\c<' . s:first . s:month . s:blank . '[12]\d{3}' . s:last . ';'
execute 'syntax match conveneDate contained ;\%#=1\v\c<' . s:first . s:nth . s:blank . s:month . s:last . ';'
execute 'syntax match conveneDate contained ;\%#=1\v\c<' . s:first . s:month . s:blank . s:nth . ',' . s:blank . '[12]\d{3}' . s:last . ';'
execute 'syntax match conveneDate contained ;\%#=1\v\c<' . s:first . '%(' . s:weekday . ',?' . s:blank . ')?' . s:nth . s:blank . s:month . ',?' . s:blank . '[12]\d{3}' . s:last . ';'
execute 'syntax match conveneDate contained ;\v' . s:first . '[12]\d{3}-\d\d-\d\d' . s:last . ';'
execute 'syntax match conveneTime contained ;\v\c' . s:first . '\d{1,2}%([.:]\d\d)?%([-\u2010-\u2015]\d{1,2}%([.:]\d\d)?%([ap]m|[ap]\.m\.))@=;'
execute 'syntax match conveneTime contained ;\v\c%(' . s:letter . '|[./''])@1<!\d{1,2}%([.:]\d\d)?' . s:blank . '?%([ap]m|[ap]\.m\.)' . s:last . ';'
execute 'syntax match conveneTime contained ;\v' . s:first . '\d{1,2}:\d\d' . s:last . ';'
execute 'syntax match conveneDuration contained ;\v\c' . s:first . s:number . s:blank . '%(clear' . s:blank . ')?%(working' . s:blank . ')?%(minutes|minute|months|hours|month|weeks|years|days|hour|week|year|day)' . s:last . ';'
" Figures that could be two days, and signs that other languages use.
execute 'syntax match conveneError contained ;\v' . s:first . '%(\d{1,2}([/.-])\d{1,2}\1[12]\d{3}|\d{1,2}/\d{1,2}/\d{1,2}|[12]\d{3}/\d{1,2}/\d{1,2})' . s:last . ';'
syntax match conveneError contained ;\v\>\=|\<\=|\=\=|!\=|\<\>|\&\&|\|\||\=\>|-\>;
syntax match conveneError contained "\v;\s*$"
syntax cluster conveneLiteral contains=conveneComment,conveneDoc,conveneUnclosed,conveneNumber,conveneDate,conveneTime,conveneDuration,conveneComma,conveneError
syntax match conveneComma contained ;,;
syntax match conveneColon contained ;[:=];

" --- records --------------------------------------------------------------------------------------

execute 'syntax match conveneOtherKind ;\%#=1\v<' . s:word . '; nextgroup=conveneName,conveneFor,conveneTitle,conveneUnclosed skipwhite'
execute 'syntax match conveneKind ;\%#=1\v<' . s:words('participation-request|statutory-consultee|consultation-plan|formal-consultee|holiday-calendar|engagement-plan|local-holiday|participation|bank-holiday|consultation|issue-raised|organisation|explanation|funding-cut|local-group|publication|school-term|work-stream|attendance|closed-day|commitment|considered|challenge|committee|complaint|elsewhere|exclusion|extension|framework|kept-open|mentoring|principle|programme|term-time|took-part|activity|audience|briefing|calendar|decision|document|election|evidence|extended|feedback|material|question|relation|response|settings|standard|strategy|training|applies|charter|closure|concern|confirm|explain|granted|heading|holiday|meeting|partner|setting|tension|toolkit|action|clause|expect|lesson|option|review|scheme|window|adopt|board|event|forum|group|heard|moved|noted|paper|phase|right|round|sense|stage|watch|body|code|duty|fund|link|plan|post|role|seat|team|test|word|aim|use') . '; nextgroup=conveneName,conveneFor,conveneTitle,conveneUnclosed skipwhite'
execute 'syntax match conveneMetaKind ;\%#=1\v<' . s:words('vocabulary|relation|extend|field|scale|words|draw|kind|term') . '; nextgroup=conveneName,conveneFor,conveneTitle,conveneUnclosed skipwhite'
execute 'syntax match conveneNamingKind ;\%#=1\v<' . s:words('explanation|considered|confirm|explain|adopt|use') . '; nextgroup=convenePath,conveneTitle,conveneUnclosed skipwhite'
execute 'syntax match conveneName contained ;\v' . s:bare . '; nextgroup=conveneName,conveneFor,conveneTitle,conveneUnclosed skipwhite'
execute 'syntax match convenePath contained ;\v' . s:bare . '; nextgroup=convenePath,conveneFor,conveneTitle,conveneUnclosed skipwhite'
execute 'syntax match conveneFor contained ;\v' . s:words('for') . '%(' . s:blank . '+' . s:letter . ')@=; nextgroup=conveneName skipwhite'
syntax region conveneBlock matchgroup=conveneBrace start=;{; end=;}; fold contains=@conveneItem
syntax match conveneStray ;};
syntax cluster conveneItem contains=conveneComment,conveneDoc,conveneBlock,conveneOtherKind,conveneKind,conveneMetaKind,conveneNamingKind,conveneField,conveneMessageField,conveneRuleField,conveneLooseText,conveneUnclosed
" A title on the line below its kind.
syntax region conveneLooseText start=;"; skip=;\\.; end=;"; end=;$; contains=conveneEscape,@Spell

" --- fields ---------------------------------------------------------------------------------------

" A label behind the values of another: one word, or several behind two blanks.
let s:one     = '<%(%(https?|mailto):\S)@!%(\d+:)@!' . s:word . ':@='
let s:several = '<%(' . s:blank . '{2}|[")\u201d]' . s:blank . ')@2<=' . s:word . '%(' . s:blank . s:bare . ')+%(\d@1<!:|:\d@!)@='
" A line that opens a record, whatever the one above it ends in.
let s:header  = s:letter . '%([^#"{}]|"%(\\.|[^"\\])*")*\{'
let s:at_end  = '%(\s*%(#.*)?$)@='
let s:brace   = ' end=;[{}]\@=;'

" Where a line ends in a sign or a word that wants more: what comes next belongs to it.
function! s:goes_on(group, name, sign, label) abort
  execute 'syntax region' a:group 'contained transparent matchgroup=' . a:name 'start=;\v' . a:sign . s:at_end . ';'
        \ 'end=;\v[^#[:blank:]]@=; end=;\v^%(\s*%(' . a:label . '|' . s:header . '))@=; contains=conveneComment,conveneDoc'
endfunction

call s:goes_on('conveneMore', 'conveneComma', ',', s:label)
call s:goes_on('conveneMore', 'conveneColon', '[:=]', s:label)
call s:goes_on('conveneMore', 'conveneReason', s:words('because'), s:label)
call s:goes_on('conveneMore', 'conveneJoining', '%([^,:[:blank:]]' . s:blank . ')@3<=' . s:words('before|after|from|than|with|and|for|at|by|in|of|on|or|to'), s:label)

let s:ends = s:brace . ' end=;\%#=1\v%(' . s:one . '|' . s:several . ')@=;'
      \ . ' end=;\v^%(\s*%($|[#,)]|' . s:words('because') . '\s*:@!))@!;'
execute 'syntax region conveneField matchgroup=conveneLabel start=;\v' . s:label . ';' s:ends 'contains=@conveneValue'
execute 'syntax region conveneMessageField matchgroup=conveneLabel start=;\v' . s:words('otherwise') . '%(\s*:)@=;' s:ends
      \ 'contains=@conveneLiteral,conveneMessage,conveneColon,conveneReason,conveneMore'
syntax cluster conveneValue contains=@conveneLiteral,conveneText,conveneColon,conveneReason,conveneMore,conveneValueWord,conveneJoining,conveneAnswer,conveneBracket,conveneAddress
execute 'syntax region conveneBracket contained matchgroup=conveneBracketMark start=;(; end=;);' s:brace 'end=;\v^%(\s*' . s:label . ')@=; contains=@conveneValue'
execute 'syntax match conveneJoining contained ;\v' . s:words('before|after|from|than|with|and|for|at|by|in|of|on|or|to') . '%(' . s:blank . '%(' . s:letter . '|["(\u201c\u00a3]))@=%(' . s:blank . s:words('because') . ')@!;'
execute 'syntax match conveneValueWord contained ;\v' . s:words('next\s+meeting\s+of|no\s+earlier\s+than|no\s+later\s+than|fewer\s+than|not\s+before|less\s+than|more\s+than|at\s+least|start\s+of|at\s+most|onwards|week\s+of|end\s+of|about|every|under|until|up\s+to|over') . '%(' . s:blank . '|$)@=;'
execute 'syntax match conveneAnswer contained ;\v' . s:words('to\s+be\s+confirmed\s+by|not\s+yet\s+decided|does\s+not\s+apply|will\s+be\s+set\s+by|day\s+not\s+known|not\s+fixed|not\s+known|no\s+end|unset|none|yes|no') . ';'
execute 'syntax match conveneReason contained ;\v' . s:words('because') . '%(' . s:at_end . ')@!;'
syntax match conveneAddress contained ;\v<%(https?|mailto):[^ \t",{}]+;

" --- rules ----------------------------------------------------------------------------------------

" What looks like a label at the start of a line, and is a rule: `for every activity:`.
let s:rule_label = '%(for\s+every>|%(and|or|where|else)' . s:blank . '+' . s:letter . ')@!' . s:label
let s:ends = s:brace . ' end=;\%#=1\v%(' . s:one . '|%(for\s+every>)@!' . s:several . ')@=; end=;\v^%(\s*' . s:rule_label . ')@=;'
      \ . ' end=;\v^%(\s*%($|[#,)]|' . s:words('otherwise|includes|because|through|within|where|else|and|due|is|or') . '\s*:@!))@!;'
execute 'syntax region conveneRuleField matchgroup=conveneRuleLabel start=;\v' . s:words('consider|default|expect|that|when|ask|due|is') . '%(\s*:)@=;' s:ends 'contains=@conveneRule'
syntax cluster conveneRule contains=@conveneLiteral,conveneMessage,conveneColon,conveneComparison,conveneBetween,conveneJoint,conveneTail,conveneMeasure,conveneQuantifier,conveneEvery,conveneIts,conveneYesNo,conveneProperty,conveneKindName,convenePlain,conveneRuleBracket,conveneRuleMore

execute 'syntax match conveneComparison contained ;\v' . s:words('have\s+no\s+reason|has\s+no\s+reason|have\s+a\s+reason|has\s+a\s+reason|does\s+not|includes|leads\s+to|mentions|overlaps|include|lead\s+to|mention|overlap|do\s+not|lasts|last|are|is|no\s+earlier\s+than|no\s+later\s+than|explained|less\s+than|more\s+than|at\s+least|at\s+most|before|during|one\s+of|after|given|not|all\s+of|any\s+of') . ';'
execute 'syntax match conveneBetween contained ;\v' . s:words('away\s+from|through|before|within|after|of|to') . ';'
execute 'syntax match conveneComparison contained ;\v%(' . s:words('is|not') . '\_s+)@40<=' . s:words('no\s+earlier\s+than|no\s+later\s+than|explained|less\s+than|more\s+than|at\s+least|at\s+most|before|during|one\s+of|after|given|not') . ';'
execute 'syntax match conveneJoint contained ;\v' . s:words('where|else|and|as|in|or') . ';'
execute 'syntax match conveneTail contained ;\v' . s:words('because|otherwise|due') . ';'
execute 'syntax match conveneMeasure contained ;\v' . s:words('working\s+days\s+from|last\s+meeting\s+of|next\s+meeting\s+of|days\s+from|number\s+of|share\s+of|earliest|latest|total%(\_s+' . s:word . '\_s+of>)@=') . ';'
execute 'syntax match conveneYesNo contained ;\v' . s:words('yes|no') . ';'
execute 'syntax match conveneQuantifier contained ;\v' . s:words('some|no') . '%(\_s+' . s:words('where|else|and|as|in|or|have\s+no\s+reason|has\s+no\s+reason|have\s+a\s+reason|has\s+a\s+reason|does\s+not|includes|leads\s+to|mentions|overlaps|include|lead\s+to|mention|overlap|do\s+not|lasts|last|are|is|away\s+from|through|before|within|after|of|to|otherwise|due|because') . ')@!%(\_s+' . s:word . ')@=;'
execute 'syntax match conveneComparison contained ;\v' . s:words('no\s+later\s+than|no\s+earlier\s+than') . ';'
execute 'syntax match conveneIts contained ;\v' . s:words('its|that') . '%(\_s+' . s:word . ')@=;'
execute 'syntax match conveneIts contained ;\v' . s:words('it') . ';'
execute 'syntax match conveneIts contained ;\v' . s:words('different') . '%(\_s+' . s:word . '\_s+of>)@=;'
execute 'syntax match conveneProperty contained ;\%#=1\v%(' . s:words('its|that|as|different|earliest|latest|total') . '\_s+)@40<=' . s:word . ';'
execute 'syntax match conveneKindName contained ;\%#=1\v%(' . s:words('for\s+every|some|no') . '\_s+%(other\_s+)?)@40<=' . s:words('where|else|and|as|in|or|have\s+no\s+reason|has\s+no\s+reason|have\s+a\s+reason|has\s+a\s+reason|does\s+not|includes|leads\s+to|mentions|overlaps|include|lead\s+to|mention|overlap|do\s+not|lasts|last|are|is|away\s+from|through|before|within|after|of|to|otherwise|due|because|later|earlier') . '@!' . s:word . ';'
execute 'syntax match conveneIts contained ;\v%(' . s:words('for\s+every|some|no') . '\_s+)@40<=' . s:words('other') . '%(\_s+' . s:word . ')@=;'
for [s:group, s:list] in [['conveneTail', 'because|otherwise|due'], ['conveneJoint', 'where|else|and|as|in|or'], ['conveneBetween', 'away\s+from|through|before|within|after|of|to'],
      \ ['conveneComparison', 'have\s+no\s+reason|has\s+no\s+reason|have\s+a\s+reason|has\s+a\s+reason|does\s+not|includes|leads\s+to|mentions|overlaps|include|lead\s+to|mention|overlap|do\s+not|lasts|last|are|is|all\s+of|any\s+of|not|one\s+of|at\s+least|at\s+most|more\s+than|less\s+than|no\s+later\s+than|no\s+earlier\s+than'],
      \ ['conveneMeasure', 'working\s+days\s+from|last\s+meeting\s+of|next\s+meeting\s+of|days\s+from|number\s+of|share\s+of|earliest|latest|total'], ['conveneQuantifier', 'some|no'], ['conveneIts', 'different|other|that|its']]
  call s:goes_on('conveneRuleMore', s:group, '%(reason|%(is|are|not)\s+%(yes|no)@=)@8<!' . s:words(s:list), s:rule_label)
endfor
call s:goes_on('conveneRuleMore', 'conveneComma', ',', s:rule_label)
call s:goes_on('conveneRuleMore', 'conveneColon', '[:=]', s:rule_label)
execute 'syntax region conveneEvery contained matchgroup=conveneQuantifier start=;\v' . s:words('for\s+every') . '; end=;:\@=;' s:brace 'end=;\v^%(\s*' . s:word . '\s*:)@=; contains=@conveneRule'
execute 'syntax region conveneRuleBracket contained matchgroup=conveneBracketMark start=;(; end=;);' s:brace 'end=;\v^%(\s*' . s:word . '\s*:)@=; contains=@conveneRule'
" Words of a list that are spelt like words of a rule: `its stage is before`.
execute 'syntax match convenePlain contained ;\%#=1\v%(%(,|' . s:words('all\s+of|any\s+of|includes?|one\s+of|at\s+least|at\s+most|\k+\s+than') . ')\_s+)@60<=' . s:words('have\s+no\s+reason|has\s+no\s+reason|have\s+a\s+reason|has\s+a\s+reason|does\s+not|includes|leads\s+to|mentions|overlaps|include|lead\s+to|mention|overlap|do\s+not|lasts|last|are|is|no\s+earlier\s+than|no\s+later\s+than|explained|less\s+than|more\s+than|at\s+least|at\s+most|before|during|one\s+of|after|given|not|away\s+from|through|before|within|after|of|to') . ';'
execute 'syntax match convenePlain contained ;\%#=1\v%(' . s:words('is|not') . '\s+)@<=' . s:words('before|after|during') . '%(\s*%($|[,)#}]|' . s:words('and|or|where|else|otherwise|due|because') . '))@=;'

" --- colours --------------------------------------------------------------------------------------

highlight default link conveneTodo         Todo
highlight default link conveneComment      Comment
highlight default link conveneDoc          SpecialComment
highlight default link conveneText         String
highlight default link conveneLooseText    String
highlight default link conveneMessage      String
highlight default link conveneTitle        Title
highlight default link conveneEscape       SpecialChar
highlight default link conveneHoleBrace    Special
highlight default link conveneUnclosed     Error
highlight default link conveneNumber       Number
highlight default link conveneDate         Constant
highlight default link conveneTime         Constant
highlight default link conveneDuration     Number
highlight default link conveneError        Error
highlight default link conveneStray        Error
highlight default link conveneComma        Delimiter
highlight default link conveneColon        Delimiter
highlight default link conveneBrace        Delimiter
highlight default link conveneBracketMark  Delimiter
highlight default link conveneKind         Structure
highlight default link conveneMetaKind     StorageClass
highlight default link conveneNamingKind   Include
highlight default link conveneOtherKind    Typedef
highlight default link conveneName         Function
highlight default link convenePath         Tag
highlight default link conveneFor          Keyword
highlight default link conveneLabel        Label
highlight default link conveneRuleLabel    Label
highlight default link conveneReason       Keyword
highlight default link conveneTail         Keyword
highlight default link conveneJoining      Operator
highlight default link conveneValueWord    Operator
highlight default link conveneAnswer       Boolean
highlight default link conveneYesNo        Boolean
highlight default link conveneAddress      Underlined
highlight default link conveneQuantifier   Repeat
highlight default link conveneJoint        Conditional
highlight default link conveneComparison   Operator
highlight default link conveneBetween      Operator
highlight default link conveneMeasure      Function
highlight default link conveneIts          Keyword
highlight default link conveneProperty     Identifier
highlight default link conveneKindName     Type

delfunction s:words
delfunction s:goes_on
let b:current_syntax = 'convene'
let &cpo = s:cpo_save
unlet s:cpo_save
