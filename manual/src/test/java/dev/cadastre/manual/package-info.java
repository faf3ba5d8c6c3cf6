@NullMarked
package dev.cadastre.manual;

import org.jspecify.annotations.NullMarked;
