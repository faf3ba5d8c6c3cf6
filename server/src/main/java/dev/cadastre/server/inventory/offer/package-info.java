/** What the repositories of hosts offer, as they said when they were asked last. */
@NullMarked
package dev.cadastre.server.inventory.offer;

import org.jspecify.annotations.NullMarked;
