@NullMarked
package dev.cadastre.change.host;

import org.jspecify.annotations.NullMarked;
