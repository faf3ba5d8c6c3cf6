/** Tests of runs that a server carries out. */
@NullMarked
package dev.cadastre.cli.attach;

import org.jspecify.annotations.NullMarked;
