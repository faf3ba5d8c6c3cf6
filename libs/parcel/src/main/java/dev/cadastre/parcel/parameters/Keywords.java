package dev.cadastre.parcel.parameters;

import java.util.Set;

/** The keywords of JSON Schema 2020-12, by what stands behind them. */
final class Keywords {

    /** One schema. */
    static final Set<String> ONE =
            Set.of(
                    "additionalProperties",
                    "unevaluatedProperties",
                    "items",
                    "unevaluatedItems",
                    "contains",
                    "propertyNames",
                    "not",
                    "if",
                    "then",
                    "else");

    /** An array of schemas. */
    static final Set<String> LISTED = Set.of("allOf", "anyOf", "oneOf", "prefixItems");

    /** An object of schemas. */
    static final Set<String> NAMED =
            Set.of("properties", "patternProperties", "dependentSchemas", "$defs", "definitions");

    /** What decides by itself whether a value fits. */
    static final Set<String> PLAIN =
            Set.of(
                    "type",
                    "enum",
                    "const",
                    "multipleOf",
                    "maximum",
                    "exclusiveMaximum",
                    "minimum",
                    "exclusiveMinimum",
                    "pattern",
                    "uniqueItems",
                    "required",
                    "dependentRequired");

    /** How many there are to be of something. */
    static final Set<String> COUNTS =
            Set.of(
                    "maxLength",
                    "minLength",
                    "maxItems",
                    "minItems",
                    "maxProperties",
                    "minProperties",
                    "maxContains",
                    "minContains");

    /** What schemas of parcels do not have anywhere. */
    static final Set<String> REFUSED =
            Set.of(
                    "$id",
                    "$anchor",
                    "$dynamicRef",
                    "$dynamicAnchor",
                    "$recursiveRef",
                    "$recursiveAnchor",
                    "$vocabulary",
                    "dependencies");

    /** What they do not have at the top: these speak of parameters that no schema names. */
    static final Set<String> REFUSED_AT_TOP =
            Set.of("additionalProperties", "patternProperties", "unevaluatedProperties");

    private Keywords() {}
}
