COMMANDS = {
    'queue': queue,
    'figures': figures,
}

action = COMMANDS[command['command']](command)
