package dev.cadastre.parcel.parameters;

import java.util.Optional;

/**
 * One thing that can be set of an application.
 *
 * @param name in small letters, with dots between its parts
 * @param type what it takes
 * @param itemType what the members of an array are; empty for all other types
 * @param secret whether nobody is to see its value
 * @param from where its value is taken from if nobody gives one
 * @param defaultValue what it is without either; never of a secret
 * @param description for people; empty if there is none
 * @param line where its schema begins in the file, counted from 1
 */
public record Parameter(
        String name,
        ParameterType type,
        Optional<ParameterType> itemType,
        boolean secret,
        Optional<Source> from,
        Optional<Value> defaultValue,
        String description,
        int line) {}
