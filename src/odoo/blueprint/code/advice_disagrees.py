answers = {'approve': 'approved', 'reject': 'rejected', 'send_back': 'sent_back'}
for case in self:
    advised = not case.x_advice_uncertain and answers.get(case.x_advice_action)
    decided = case.x_decided_by and case.x_state in answers.values()
    case['x_advice_disagrees'] = bool(advised and decided and case.x_state != advised)
