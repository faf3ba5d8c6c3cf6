/**
 * Which package a file belongs to, asked of hosts at the moment of the question: reports tell what
 * is installed, not which files that has.
 */
@NullMarked
package dev.cadastre.server.inventory.ownership;

import org.jspecify.annotations.NullMarked;
