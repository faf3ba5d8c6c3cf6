/**
 * How long what hosts have is supported: facts with their sources, a judgement that is pure, and
 * the ways up that a host has.
 */
@NullMarked
package dev.cadastre.server.inventory.support;

import org.jspecify.annotations.NullMarked;
