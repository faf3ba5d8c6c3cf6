/**
 * What keeps the register from growing for ever, and how that goes on: jobs that forget what is
 * past its time, months that tables are divided into, and rows that PostgreSQL has yet to clear
 * away.
 */
@NamedInterface("upkeep")
@NullMarked
package dev.cadastre.server.storage.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
