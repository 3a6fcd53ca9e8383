"""Where articles come from: files, folders, standard input. Each yields raw documents."""
