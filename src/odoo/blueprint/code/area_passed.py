# A record of an area, or something that belongs to it, was saved on the way through several states.
# Whether it asks is looked at when all of that is over: at the end of the transaction.


def settle():
    """Those that ask by now do; what others asked in passing is taken back."""
    subjects = env[MODEL].browse(sorted(waiting)).exists()
    waiting.clear()
    asking = subjects.filtered_domain(ASKING)
    env.ref('n8n_approvals.action_write_event').sudo().with_context(approval_write={
        'area': AREA, 'model': MODEL, 'ids': asking.ids, 'passed': (subjects - asking).ids}).run()
    env.flush_all()


waiting = env.cr.precommit.data.setdefault('n8n_approvals.' + AREA, set())
if not waiting:
    env.cr.precommit.add(settle)
waiting.update(records.mapped(PARENT).ids if PARENT else records.ids)
