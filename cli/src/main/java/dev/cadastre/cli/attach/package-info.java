/** Runs that a server carries out: what this machine sends it, answers it, and does for it. */
@NullMarked
package dev.cadastre.cli.attach;

import org.jspecify.annotations.NullMarked;
