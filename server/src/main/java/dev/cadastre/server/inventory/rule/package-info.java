/**
 * Rules: queries that are to find no host. Who breaches which since when, found out again and again
 * by the engine that answers queries.
 */
@NullMarked
package dev.cadastre.server.inventory.rule;

import org.jspecify.annotations.NullMarked;
