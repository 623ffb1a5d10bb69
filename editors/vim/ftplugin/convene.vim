" Settings for engagement plans and charters written in Convene.
if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

let s:cpo_save = &cpo
set cpo&vim

" `#` is a note to yourselves, `##` is printed by `convene what`; both go on when a line is broken.
setlocal comments=b:##,b:#
setlocal commentstring=#\ %s
setlocal formatoptions-=t formatoptions+=croql

" A name may hold hyphens: `over-75s` is one word to move over and to complete.
setlocal iskeyword+=-
setlocal expandtab shiftwidth=2 softtabstop=2
setlocal matchpairs+={:}

" `gf` on a module (`adopt bnssg.charter`) opens its file: the dots are folders.
setlocal suffixesadd=.convene
setlocal includeexpr=substitute(v:fname,'\\.','/','g')
setlocal include=^\\s*\\%(adopt\\|use\\)\\>

let b:undo_ftplugin = 'setlocal comments< commentstring< formatoptions< iskeyword< expandtab<'
      \ . ' shiftwidth< softtabstop< matchpairs< suffixesadd< includeexpr< include<'

let &cpo = s:cpo_save
unlet s:cpo_save
