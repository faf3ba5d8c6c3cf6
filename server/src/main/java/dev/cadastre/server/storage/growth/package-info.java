/** How much room tables and folders take, how fast that grows, and when the disk is full. */
@NamedInterface("growth")
@NullMarked
package dev.cadastre.server.storage.growth;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
