COMMANDS = {
    'queue': queue,
    'figures': figures,
    'anomalies': anomalies,
    'trace': trace,
}

action = COMMANDS[command['command']](command)
