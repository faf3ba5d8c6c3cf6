@NullMarked
package dev.cadastre.change.portable;

import org.jspecify.annotations.NullMarked;
