/** Backups as files of this machine. */
@NullMarked
package dev.cadastre.cli.backup;

import org.jspecify.annotations.NullMarked;
