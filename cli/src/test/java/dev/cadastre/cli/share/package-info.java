@NullMarked
package dev.cadastre.cli.share;

import org.jspecify.annotations.NullMarked;
