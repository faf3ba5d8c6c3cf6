@NullMarked
package dev.cadastre.ini;

import org.jspecify.annotations.NullMarked;
