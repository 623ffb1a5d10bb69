" Checks the file type, its settings, and that every group has a standard colour. Sourced by run.sh;
" what is wrong is written to $INTO/settings.
let s:wrong = []
function! s:is(what, seen, wanted) abort
  if a:seen !=# a:wanted
    call add(s:wrong, a:what . ' is ' . string(a:seen) . ', and should be ' . string(a:wanted))
  endif
endfunction

execute 'edit' fnameescape(argv(0))
call s:is('filetype', &filetype, 'convene')
call s:is('commentstring', &commentstring, '# %s')
call s:is('comments', &comments, 'b:##,b:#')
call s:is('suffixesadd', &suffixesadd, '.convene')
call s:is('the word under the cursor at a hyphen', matchstr('over-75s', '^\k\+'), 'over-75s')

let s:standard = split('Comment SpecialComment Constant String Character Number Boolean Identifier Function'
      \ . ' Statement Conditional Repeat Label Operator Keyword Exception PreProc Include Type StorageClass'
      \ . ' Structure Typedef Special SpecialChar Tag Delimiter Underlined Error Todo Title')
" Regions and matches that only hold others, and show none of their own.
let s:bare = split('conveneField conveneRuleField conveneMessageField conveneBlock conveneBracket'
      \ . ' conveneRuleBracket conveneEvery conveneMore conveneRuleMore conveneHole conveneCurly convenePlain')
let s:groups = filter(getcompletion('convene', 'highlight'), 'v:val !~# "^conveneItem\\|Literal$"')
call s:is('the number of groups', len(s:groups) > 40, v:true)
for s:group in s:groups
  if index(s:bare, s:group) < 0
    redir => s:said
    silent execute 'highlight' s:group
    redir END
    let s:link = matchstr(s:said, 'links to \zs\w\+')
    call s:is(s:group . ' links to a standard group (' . s:link . ')', index(s:standard, s:link) >= 0, v:true)
  endif
endfor

" A plugin file that is undone leaves nothing behind.
execute b:undo_ftplugin
call s:is('commentstring undone', &commentstring ==# '# %s', v:false)

call writefile(s:wrong, $INTO . '/settings')
if s:wrong !=# []
  cquit
endif
qall!
