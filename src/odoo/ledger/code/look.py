COMMANDS = {
    'queue': queue,
    'figures': figures,
    'anomalies': anomalies,
}

action = COMMANDS[command['command']](command)
