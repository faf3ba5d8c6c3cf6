@NullMarked
package dev.cadastre.cli.instance;

import org.jspecify.annotations.NullMarked;
