/**
 * Cases, lines of trails and events as they would be after a few weeks, made past the ledger: what
 * counts here is what Odoo counts of them. Run in Odoo with all rights.
 */
export const pastCases = `
hour = datetime.timedelta(hours=1)
now = datetime.datetime.now().replace(microsecond=0)
admin, demo = env.ref('base.user_admin'), env.ref('base.user_demo')
Case = env['x_approval_case'].sudo()

def opened(hours_ago, area, columns):
    case = Case.create(dict({
        'x_name': 'Past', 'x_record_name': 'Past', 'x_area_label': area, 'x_state': 'pending',
        'x_policy_id': 'margin', 'x_policy_version': '3', 'x_policy_outcome': 'require_approval',
        'x_rule': 'thin margin',
    }, **columns))
    env.cr.execute('UPDATE x_approval_case SET create_date = %s WHERE id = %s', [
        now - hours_ago * hour, case.id])
    env.invalidate_all()
    return case

def decided(hours_ago, area, hours, columns):
    case = opened(hours_ago, area, columns)
    at = case.create_date + hours * hour
    case.write(dict({
        'x_state': 'approved', 'x_asked_at': case.create_date - hour / 4,
        'x_decided_at': at, 'x_ended_at': at + hour / 2,
    }, **columns))
    return case

both = [(6, 0, [admin.id, demo.id])]
waiting = opened(2, 'Credit', {'x_approver_ids': both})
opened(300, 'Credit', {'x_approver_ids': [(6, 0, [demo.id])]})
auto = {'x_policy_outcome': 'auto_approve'}
decided(20, 'Purchasing', 0, auto)
decided(21, 'Purchasing', 0, auto)
by_admin = {'x_decided_by': admin.id, 'x_promise': 'kept', 'x_advice_source': 'rules'}
decided(10, 'Purchasing', 3, by_admin)
late = decided(300, 'Purchasing', 200, {
    'x_decided_by': demo.id, 'x_promise': 'broken', 'x_escalation_level': 2})
decided(90, 'Sales', 40, dict(by_admin, x_promise='warned', x_sampled=True))
decided(60, 'Sales', 1, dict(by_admin, x_state='sent_back', x_advice_source='model',
                             x_advice_action='approve'))

seq = 0
for kind, case, who in [
        ('release_refused', waiting, demo), ('vote_refused', waiting, demo),
        ('taken_over', late, admin), ('escalated', late, admin), ('exhausted', late, admin),
        ('not_released', late, admin)]:
    seq += 1
    env['x_approval_event'].sudo().create({
        'x_name': kind, 'x_case_id': case.id, 'x_seq': seq, 'x_type': kind, 'x_at': now,
        'x_actor_id': who.id, 'x_payload': '{}'})

for seconds, columns in [
        (3, {'x_state': 'acknowledged', 'x_attempts': 1}),
        (130, {'x_state': 'acknowledged', 'x_attempts': 2, 'x_last_error': 'Timeout'}),
        (0, {'x_state': 'dead', 'x_attempts': 10, 'x_last_error': 'HTTP 500'})]:
    row = env['x_approval_outbox'].sudo().create({
        'x_name': 'Past', 'x_area': 'procurement', 'x_event': 'saved', 'x_state': 'acknowledged'})
    at = row.create_date + datetime.timedelta(seconds=seconds) if seconds else False
    row.write(dict(columns, x_acknowledged_at=at))
`;
