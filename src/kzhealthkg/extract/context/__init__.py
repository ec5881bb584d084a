"""What holds where a clause stands: who speaks, when, where, under which programme, whose it is."""
