/**
 * What can be set of an application: its parameters as a JSON Schema states them, values from many
 * places with the one that counts, and what differs between two sets of them. Reads nothing itself.
 */
@NullMarked
package dev.cadastre.parcel.parameters;

import org.jspecify.annotations.NullMarked;
