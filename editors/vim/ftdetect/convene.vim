autocmd BufRead,BufNewFile *.convene setfiletype convene
