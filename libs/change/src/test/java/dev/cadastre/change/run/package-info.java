@NullMarked
package dev.cadastre.change.run;

import org.jspecify.annotations.NullMarked;
