/** The manual as pages. Its text comes with the program; what is looked for in it does not. */
@NullMarked
package dev.cadastre.server.web.page.manual;

import org.jspecify.annotations.NullMarked;
