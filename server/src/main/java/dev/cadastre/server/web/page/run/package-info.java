/** The pages of runs and plans of changes, made with what all pages share. */
@NullMarked
package dev.cadastre.server.web.page.run;

import org.jspecify.annotations.NullMarked;
