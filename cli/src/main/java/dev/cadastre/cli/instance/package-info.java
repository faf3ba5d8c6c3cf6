/** Apps that are tried on this machine, in a root of their own that leaves nothing behind. */
@NullMarked
package dev.cadastre.cli.instance;

import org.jspecify.annotations.NullMarked;
