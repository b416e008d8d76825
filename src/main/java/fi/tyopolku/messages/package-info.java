/** What the product says to people when it refuses something, in their language. Used by every module. */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package fi.tyopolku.messages;
