/**
 * The file that holds all of a register, and how it is made and read: docs/formats/backup.md has
 * its bytes. {@link dev.cadastre.server.storage.backup.BackupWriter} and {@link
 * dev.cadastre.server.storage.backup.BackupFile} know the file, {@link
 * dev.cadastre.server.storage.backup.Snapshot} and {@link
 * dev.cadastre.server.storage.backup.Loading} the database, {@link
 * dev.cadastre.server.storage.backup.HomeFiles} the home.
 */
@NamedInterface("backup")
@NullMarked
package dev.cadastre.server.storage.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
