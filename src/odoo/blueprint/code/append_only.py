raise UserError('The trail of an approval is append-only: nobody can change or delete an entry.')
