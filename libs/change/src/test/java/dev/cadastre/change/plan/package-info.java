@NullMarked
package dev.cadastre.change.plan;

import org.jspecify.annotations.NullMarked;
