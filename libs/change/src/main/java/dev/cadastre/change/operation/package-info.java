/**
 * The operations that are built in. Each is a record of a wish, and a script that compares a host
 * with it; those that can, say how they are undone. What they do is told in
 * docs/formats/operations.md.
 */
@NullMarked
package dev.cadastre.change.operation;

import org.jspecify.annotations.NullMarked;
