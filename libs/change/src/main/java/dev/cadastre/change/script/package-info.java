/**
 * How operations speak with hosts: a script that compares and acts in one round trip, and what it
 * answers.
 */
@NullMarked
package dev.cadastre.change.script;

import org.jspecify.annotations.NullMarked;
