/**
 * Which newer versions the repositories of hosts offer, asked of the hosts: reports tell what is
 * installed, not what could be.
 */
@NullMarked
package dev.cadastre.server.inventory.upgrade;

import org.jspecify.annotations.NullMarked;
