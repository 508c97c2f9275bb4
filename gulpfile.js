const { src, dest } = require('gulp');

/**
 * Copies what the compiler leaves behind: icons, codex files and the Python that Odoo runs.
 *
 * `encoding: false` keeps gulp from reading the files as text.
 */
function assets() {
	return src(['nodes/**/*.{svg,png,node.json}', 'credentials/**/*.svg', 'src/**/*.py'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));
}

exports.default = assets;
