@NullMarked
package dev.cadastre.ssh;

import org.jspecify.annotations.NullMarked;
