/** Scripts that are run for real. */
@NullMarked
package dev.cadastre.change.script;

import org.jspecify.annotations.NullMarked;
