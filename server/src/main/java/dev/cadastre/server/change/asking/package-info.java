/** What runs wait for: secrets, and command lines that do what is not done on hosts. */
@NullMarked
package dev.cadastre.server.change.asking;

import org.jspecify.annotations.NullMarked;
