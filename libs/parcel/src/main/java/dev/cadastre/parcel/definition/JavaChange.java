package dev.cadastre.parcel.definition;

/**
 * A change of a parcel that is written in Java.
 *
 * @param jar its path in the parcel
 * @param change what it is called in the jar
 */
public record JavaChange(String jar, String change) {}
