/** One class for each verb: what it takes, what it asks and what it shows. */
@NullMarked
package dev.cadastre.cli.verb;

import org.jspecify.annotations.NullMarked;
