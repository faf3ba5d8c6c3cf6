/** Tests of runs without a server. */
@NullMarked
package dev.cadastre.cli.offline;

import org.jspecify.annotations.NullMarked;
