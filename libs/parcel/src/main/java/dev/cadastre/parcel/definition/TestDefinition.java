package dev.cadastre.parcel.definition;

/**
 * A test of a parcel.
 *
 * @param name what it is called; the path below {@code tests/} if no section names it
 * @param file its path in the parcel, as in {@code tests/answers}
 * @param arguments divided as a shell does, once values are put in; often empty
 * @param timeout what it may take, as in {@code 1m}
 * @param every how often it is run as a monitor, or {@code never}
 * @param verify whether it can tell something without a deployment
 * @param as the account that it is run as; empty for the usual one
 */
public record TestDefinition(
        String name,
        String file,
        ReferringText arguments,
        ReferringText timeout,
        ReferringText every,
        boolean verify,
        ReferringText as) {

    private static final ReferringText MINUTE = new ReferringText("1m");
    private static final ReferringText NOTHING = new ReferringText("");

    /** One that nothing is said about. */
    static TestDefinition usual(String name) {
        return new TestDefinition(
                name, TestSections.FOLDER + name, NOTHING, MINUTE, MINUTE, true, NOTHING);
    }
}
