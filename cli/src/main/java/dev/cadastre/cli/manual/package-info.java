/** The manual of Cadastre itself, which the command line carries along. */
@NullMarked
package dev.cadastre.cli.manual;

import org.jspecify.annotations.NullMarked;
