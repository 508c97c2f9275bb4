COMMANDS = {
    'queue': queue,
}

action = COMMANDS[command['command']](command)
