/** What is shown of plans and runs, wherever they are carried out, and what is asked for them. */
@NullMarked
package dev.cadastre.cli.run;

import org.jspecify.annotations.NullMarked;
