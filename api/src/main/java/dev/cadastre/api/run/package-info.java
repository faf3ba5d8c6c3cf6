/** Changes on the wire: plans of them, their runs, and what runs wait for. */
@NullMarked
package dev.cadastre.api.run;

import org.jspecify.annotations.NullMarked;
