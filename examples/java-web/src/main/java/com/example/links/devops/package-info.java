/** How the links get to their hosts. */
package com.example.links.devops;
