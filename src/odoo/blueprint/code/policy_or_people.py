for case in self:
    by = 'people' if case.x_decided_by else 'policy'
    case['x_decided_through'] = by if case.x_decided_at else False
