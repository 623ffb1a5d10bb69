" Writes what Vim makes of each file named on the command line to $INTO/NAME.vim: line, first byte,
" number of bytes and group, a run of one group to a line. Sourced by run.sh.
function! s:runs(number) abort
  let line = getline(a:number)
  let runs = []
  let begin = 1
  let group = ''
  " Each byte is asked for once, from left to right: Vim starts a line anew for any other order.
  for column in range(1, len(line))
    let here = synIDattr(synID(a:number, column, 1), 'name')
    if here !=# group && column > 1
      call add(runs, [a:number, begin, column - begin, group ==# '' ? '-' : group])
      let begin = column
    endif
    let group = here
  endfor
  if line !=# ''
    call add(runs, [a:number, begin, len(line) + 1 - begin, group ==# '' ? '-' : group])
  endif
  return map(runs, 'join(v:val, "\t")')
endfunction

function! s:dump(file) abort
  execute 'edit' fnameescape(a:file)
  let out = []
  for number in range(1, line('$'))
    call extend(out, s:runs(number))
  endfor
  call writefile(out, $INTO . '/' . substitute(a:file, '/', '%', 'g') . '.vim')
endfunction

try
  for s:file in argv()
    call s:dump(s:file)
  endfor
catch
  call writefile([v:throwpoint, v:exception], $INTO . '/failed')
  cquit
endtry
qall!
